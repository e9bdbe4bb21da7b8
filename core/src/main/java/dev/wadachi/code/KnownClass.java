package dev.wadachi.code;

import java.nio.file.Path;

/// What a class is to a code signature.
sealed interface KnownClass {

    /// The user's own code, which counts method by method.
    record Own(ClassFacts facts) implements KnownClass {}

    /// Part of a library, which counts by the content of its jar.
    record InLibrary(Path jar) implements KnownClass {}

    /// Part of Wadachi, which counts by the version of its behaviour.
    record InModule(String module, int version) implements KnownClass {}

    /// Part of the JDK, which counts elsewhere, by its feature release.
    record OfJdk() implements KnownClass {}

    /// Not to be found, which counts by name.
    record Missing() implements KnownClass {}
}
