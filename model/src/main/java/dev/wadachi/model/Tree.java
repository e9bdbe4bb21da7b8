package dev.wadachi.model;

/// One regression tree in arrays. A node without a left child is a leaf, and its threshold is its answer.
final class Tree {

    private final int[] left;
    private final int[] right;
    private final int[] column;
    private final float[] threshold;
    private final boolean[] missingGoesLeft;

    Tree(int[] left, int[] right, int[] column, float[] threshold, boolean[] missingGoesLeft) {
        this.left = left;
        this.right = right;
        this.column = column;
        this.threshold = threshold;
        this.missingGoesLeft = missingGoesLeft;
    }

    /// The answer for the row that begins at this place.
    float leaf(float[] values, int start) {
        int node = 0;
        while (left[node] >= 0) {
            float value = values[start + column[node]];
            boolean goLeft = Float.isNaN(value) ? missingGoesLeft[node] : value < threshold[node];
            node = goLeft ? left[node] : right[node];
        }
        return threshold[node];
    }
}
