/// What is kept, to look at: results as tables, their differences, their sizes, and reports.
///
/// - [KeptTables] gives every kept result a name that SQL knows, without the classes that computed it.
/// - [Difference] tells how two results differ.
/// - [Exploration] draws a table as a page of HTML.
///
/// ```java
/// Table answer = Table.query("select * from Features join metrics using (run)", new KeptTables(store),
///         Volatile.ALLOWED);
/// ```
@NullMarked
package dev.wadachi.cli.view;

import org.jspecify.annotations.NullMarked;
