package dev.wadachi.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Results that differ in this component are about different things: what stands out between their profiles is no news,
/// and none is the other's predecessor.
///
/// Without it, a result whose parameters are new is compared with the one whose parameters differ least: this week's
/// with last week's, but also one shop's with another's.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Apart {}
