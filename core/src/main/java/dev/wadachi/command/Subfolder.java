package dev.wadachi.command;

import dev.wadachi.task.Context;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Task;

/// A folder within a folder.
record Subfolder(Task<Folder> folder, String name) implements Task<Folder> {

    @Override
    public Folder run(Context in) {
        return new Folder(in.load(folder).path().resolve(name));
    }
}
