package dev.wadachi.learn;

import dev.wadachi.model.ColumnRule;
import dev.wadachi.model.Field;
import dev.wadachi.model.Model;
import dev.wadachi.model.Preprocessing;
import dev.wadachi.table.Table;
import java.util.List;
import java.util.Map;

/// The rule that the answer is an earlier value.
final class LagRule {

    private LagRule() {}

    static Model of(Table rows, Formula formula, int lag, Algorithm algorithm) {
        String column = Lags.column(lag);
        if (rows.schema().find(column).isEmpty()) {
            throw new LearningException(algorithm.text() + " reads the column " + column
                    + ", but the rows have no such column. They have " + rows.schema() + ".");
        }
        return Model.of(Field.number(formula.target()), Preprocessing.ofNumbers(List.of(column)), new ColumnRule())
                .withLineage(Map.of("algorithm", algorithm.text()));
    }
}
