package dev.wadachi.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says that running again may give other bytes. The first result is canonical until something it rests on changes.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Nondeterministic {}
