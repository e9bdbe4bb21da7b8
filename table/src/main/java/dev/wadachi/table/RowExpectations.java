package dev.wadachi.table;

/// What the number of rows can be expected to be.
public final class RowExpectations {
    RowExpectations() {}

    /// There are at least `least` and at most `most` rows.
    public TableExpectations between(long least, long most) {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("bounds must be 0 <= least <= most, but were " + least + " and " + most);
        }
        return TableExpectations.of(new Rule.Rows(least, most));
    }
}
