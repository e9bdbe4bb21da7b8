package dev.wadachi.table;

/// Rows to learn from and rows to test with; each row of the table is in one of them, in the order that it had.
public record Split(Table train, Table test) {}
