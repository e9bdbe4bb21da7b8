/// Weekly demand of every drink in every shop, forecast two weeks ahead.
///
/// - [Demand] is the pipeline: its methods are the goals.
/// - [Features] is the table that everything is learned from; no row of it knows the future.
/// - [Fit] says what is learned from what.
///
/// ```java
/// Table forecast = Wadachi.open(folder).run(Demand.standard().forecast());
/// ```
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
