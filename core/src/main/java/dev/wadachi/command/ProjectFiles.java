package dev.wadachi.command;

import dev.wadachi.digest.Contents;
import dev.wadachi.digest.FolderListing;
import dev.wadachi.task.Context;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A file of the project, or all files of a folder of it, under its own path: a script, a lock file.
///
/// What languages leave beside their sources does not count: hidden files, and folders called `__pycache__`.
///
/// @param path relative to the project
record ProjectFiles(String path) implements Source<Folder> {

    ProjectFiles {
        String problem = FileNames.problem(path);
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException("the file '" + path + "' " + problem);
        }
    }

    @Override
    public Stamp stamp(Resources from) throws IOException {
        Path place = from.path(path);
        if (!Files.exists(place)) {
            throw new NoSuchFileException(
                    place.toString(), null, "there is no such file; name it relative to the project");
        }
        return Files.isDirectory(place) ? Stamp.of(new FolderListing(counting(place)).digest()) : Stamp.ofFile(place);
    }

    @Override
    public Folder run(Context in) throws IOException {
        Path from = in.path(path);
        Path folder = in.scratch();
        Path to = folder.resolve(path);
        if (Files.isDirectory(from)) {
            for (String file : counting(from).keySet()) {
                copy(from.resolve(file), to.resolve(file));
            }
        } else {
            copy(from, to);
        }
        return new Folder(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        Path folder = to.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.copy(from, to);
    }

    private static SortedMap<String, FolderListing.Entry> counting(Path folder) throws IOException {
        SortedMap<String, FolderListing.Entry> files =
                new TreeMap<>(Contents.current().ofFolder(folder).files());
        files.keySet().removeIf(ProjectFiles::isByTheWay);
        return files;
    }

    private static boolean isByTheWay(String file) {
        List<String> steps = Arrays.asList(file.split("/", -1));
        return steps.contains("__pycache__") || steps.stream().anyMatch(step -> step.startsWith("."));
    }
}
