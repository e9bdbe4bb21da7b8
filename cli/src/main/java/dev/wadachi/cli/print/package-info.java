/// Says values, sizes and tables so that they read well on a terminal.
///
/// - [ValueText] is a task's value: a number, a record, the first rows of a table.
/// - [Columns] lines rows up.
/// - [Quantity] says durations and sizes.
///
/// ```java
/// out.println(ValueText.of(score));
/// ```
@NullMarked
package dev.wadachi.cli.print;

import org.jspecify.annotations.NullMarked;
