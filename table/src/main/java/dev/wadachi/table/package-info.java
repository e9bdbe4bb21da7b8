/// Immutable tables: columns on DuckDB, kept as Parquet.
///
/// - [Table] is what flows between tasks: a file, arrays, or SQL over other tables, computed when it is read.
/// - [Schema] names its columns and their types.
/// - [TableExpectations] says what must hold for it before it is stored.
///
/// ```java
/// Table sales = Table.csv(file, CsvOptions.sniffed().type("store", ColumnType.VARCHAR));
/// Table weekly = sales.sql("""
///         select store, date_trunc('week', date) as week, sum(sales) as sales
///         from this
///         group by all""");
/// double[] y = weekly.doubles("sales");
/// weekly.toParquet(folder.resolve("weekly.parquet"));
/// ```
///
/// **From a query to bytes.** A query passes through these, each a value: it is parsed and bound to the schemas of its
/// tables in a sandbox that reaches no file (`BoundQuery`); its plan is read for what reorders rows, and for what
/// depends on their order (`PlanTraits`); from that follows how it is run (`Arrangement`); its rows go to Parquet
/// without passing through the Java heap (`ParquetFile`). Arrays of many rows are copied into DuckDB as they lie in
/// memory (`StagedArrays`).
///
/// **Equal tables give equal bytes**, in any process, zone and locale, with any number of threads. Where nothing in a
/// plan reorders rows, it runs as it is. Where something does (join, aggregate, distinct, union, window, a sort with
/// ties), rows are ordered by all columns behind its own `ORDER BY`. Where values depend on the order of rows (sums of
/// doubles, `lag`, `first`, `list`, a limit inside), it runs on one thread. What differs from run to run is refused
/// unless [Volatile] allows it.
///
/// What that costs, as a multiple of DuckDB's own `COPY` of 5,000,000 rows × 5 columns, on two busy cores: nothing
/// reordered 1.1; a filter, whose ragged row groups are written again, 1.6; `GROUP BY` 1.1; a join, ordered by all
/// columns, 1.8; `GROUP BY` with means of doubles, on one thread, 1.6; `lag` on one thread 1.3; `ORDER BY` with ties
/// 1.0.
///
/// **Limits.** `-Dwadachi.table.threads` and `-Dwadachi.table.memory` (`2GB`, `50%`) bound the embedded DuckDB; results
/// do not depend on them. A type that Parquet does not keep becomes the nearest that it does: HUGEINT, which sums of
/// whole numbers have, becomes BIGINT or an error, never a rounded number.
@Behaviour(value = "table", version = 1)
@NullMarked
package dev.wadachi.table;

import dev.wadachi.task.Behaviour;
import org.jspecify.annotations.NullMarked;
