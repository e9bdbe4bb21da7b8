package dev.wadachi.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A category as one column for each that was there in training: 1 in its own, 0 elsewhere.
///
/// @param column the input
/// @param categories those of training, in a fixed order, none twice
/// @param unseen what becomes of others
public record OneHotEncoding(String column, List<String> categories, Unseen unseen) implements Encoding {

    /// Copies the categories.
    public OneHotEncoding {
        categories = Categories.checked(column, categories);
    }

    @Override
    public Field input() {
        return Field.text(column);
    }

    @Override
    public List<String> outputs() {
        return categories.stream().map(category -> column + "=" + category).toList();
    }

    @Override
    public void encode(Batch batch, double[] values, int offset, int width) {
        Categories known = new Categories(column, categories, unseen);
        @Nullable String[] texts = batch.texts(column);
        for (int row = 0; row < batch.rows(); row++) {
            int first = row * width + offset;
            int place = known.place(texts[row]);
            for (int i = 0; i < categories.size(); i++) {
                values[first + i] = i == place ? 1 : 0;
            }
        }
    }
}
