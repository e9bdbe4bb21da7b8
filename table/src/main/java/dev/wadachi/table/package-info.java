/// Immutable tables on DuckDB and Parquet.
@NullMarked
package dev.wadachi.table;

import org.jspecify.annotations.NullMarked;
