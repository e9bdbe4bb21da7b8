package dev.wadachi;

import dev.wadachi.task.Context;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A project of small files of text, each a source.
record TextProject(Path folder) {

    /// A file's text, without the blanks around it.
    record Text(String file) implements Source<String> {
        @Override
        public Stamp stamp(Resources from) {
            return Stamp.ofFile(from.path(file));
        }

        @Override
        public String run(Context in) throws IOException {
            return Files.readString(in.path(file)).strip();
        }
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text + "\n");
    }

    Wadachi open() {
        return Wadachi.open(folder);
    }
}
