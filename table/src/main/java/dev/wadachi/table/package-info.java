/// Immutable tables on DuckDB and Parquet.
@Behaviour(value = "table", version = 1)
@NullMarked
package dev.wadachi.table;

import dev.wadachi.task.Behaviour;
import org.jspecify.annotations.NullMarked;
