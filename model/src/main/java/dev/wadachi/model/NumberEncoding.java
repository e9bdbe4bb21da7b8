package dev.wadachi.model;

import java.util.List;

/// A number as it is.
///
/// @param column the input
public record NumberEncoding(String column) implements Encoding {

    @Override
    public Field input() {
        return Field.number(column);
    }

    @Override
    public List<String> outputs() {
        return List.of(column);
    }

    @Override
    public void encode(Batch batch, double[] values, int offset, int width) {
        double[] numbers = batch.numbers(column);
        for (int row = 0; row < batch.rows(); row++) {
            values[row * width + offset] = numbers[row];
        }
    }
}
