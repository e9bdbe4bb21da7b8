package dev.wadachi.command;

import dev.wadachi.task.Context;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;

/// A file of a folder as text, in UTF-8.
record TextFile(Task<Folder> folder, String file) implements Task<String> {

    @Override
    public String run(Context in) throws IOException {
        return Files.readString(in.load(folder).path().resolve(file));
    }
}
