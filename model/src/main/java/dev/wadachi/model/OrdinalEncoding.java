package dev.wadachi.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A category as its place in the list of those that were there in training; NaN where it is missing.
///
/// @param column the input
/// @param categories those of training, in a fixed order, none twice
/// @param unseen what becomes of others
public record OrdinalEncoding(String column, List<String> categories, Unseen unseen) implements Encoding {

    /// Copies the categories.
    public OrdinalEncoding {
        categories = Categories.checked(column, categories);
    }

    @Override
    public Field input() {
        return Field.text(column);
    }

    @Override
    public List<String> outputs() {
        return List.of(column);
    }

    @Override
    public void encode(Batch batch, double[] values, int offset, int width) {
        Categories known = new Categories(column, categories, unseen);
        @Nullable String[] texts = batch.texts(column);
        for (int row = 0; row < batch.rows(); row++) {
            int place = known.place(texts[row]);
            values[row * width + offset] = place < 0 ? Double.NaN : place;
        }
    }
}
