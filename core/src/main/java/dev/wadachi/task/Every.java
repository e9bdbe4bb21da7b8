package dev.wadachi.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How far apart the points of a range of time lie, when the command line does not say: `@Every("P7D") LocalDate week`
/// makes `--week 2021-01-04..2021-08-02` steps of a week. Only for text at the edge: it never enters a hash.
///
/// On a component of type `LocalDate`, `YearMonth`, `LocalDateTime` or `Instant`.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT})
public @interface Every {

    /// A period such as `P7D` or `P1M`, or a duration such as `PT1H`.
    String value();

    /// One of the points, written as on the command line: `@Every(value = "P14D", from = "2021-01-04")` is every second
    /// Monday, and a range has those of them that lie in it, wherever it begins. Without it, points are counted from
    /// the beginning of the range.
    String from() default "";
}
