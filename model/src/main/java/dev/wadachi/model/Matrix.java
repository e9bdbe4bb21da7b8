package dev.wadachi.model;

/// Numbers in rows and columns: what a predictor is given.
///
/// Holds the array that it was given, row after row, and does not copy it.
public final class Matrix {

    private final int rows;
    private final int columns;
    private final double[] values;

    /// @param values row after row; `rows * columns` of them
    public Matrix(int rows, int columns, double[] values) {
        if ((long) rows * columns != values.length) {
            throw new IllegalArgumentException(rows + " rows of " + columns + " columns need " + (long) rows * columns
                    + " values, but there are " + values.length);
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /// How many rows there are.
    public int rows() {
        return rows;
    }

    /// How many columns there are.
    public int columns() {
        return columns;
    }

    /// The number in this row and column, both counted from 0.
    public double at(int row, int column) {
        return values[row * columns + column];
    }

    /// All numbers as `float`, row after row: what XGBoost is given.
    public float[] floats() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
