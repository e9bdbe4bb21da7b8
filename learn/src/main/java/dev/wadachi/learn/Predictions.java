package dev.wadachi.learn;

import dev.wadachi.model.Model;
import dev.wadachi.table.Table;

/// What a model answers for the rows of a table.
public final class Predictions {

    private Predictions() {}

    /// One answer a row, in the order of the rows.
    ///
    /// @throws dev.wadachi.model.ModelException if the table lacks an input of the model
    public static double[] of(Model model, Table rows) {
        return model.predict(TableBatch.of(rows, model.signature().inputs()));
    }
}
