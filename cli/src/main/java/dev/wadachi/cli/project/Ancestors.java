package dev.wadachi.cli.project;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/// A folder and those that it lies in, from the inside out.
final class Ancestors {

    private Ancestors() {}

    static Stream<Path> of(Path folder) {
        return Stream.iterate(folder, Objects::nonNull, Path::getParent);
    }
}
