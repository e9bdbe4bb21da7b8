package dev.wadachi.cli.result;

import dev.wadachi.cli.print.Columns;
import dev.wadachi.json.JsonArray;
import java.util.List;

/// What `wadachi ls` lists, for people and for scripts.
sealed interface Listing permits TaskListing, ResultListing, RunListing {

    Columns columns();

    JsonArray json();

    /// What is said where there is nothing.
    String nothing();

    /// The lines for people.
    ///
    /// @param width columns of the terminal
    default List<String> lines(int width) {
        Columns columns = columns();
        return columns.isEmpty() ? List.of(nothing()) : columns.lines(width);
    }
}
