package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FileState;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A [World] as lines of text, with tabs between what they hold.
final class WorldText {

    private static final String UNKNOWN = "-";

    private WorldText() {}

    static void write(World world, StringBuilder text) {
        world.folders().forEach(folder -> line(text, "folder", folder.toString()));
        world.absentRoots().forEach(root -> line(text, "no-root", root.toString()));
        world.absentPackages().forEach(name -> line(text, "no-package", name));
        world.absentClasses().forEach(name -> line(text, "no-class", name));
        world.jars().forEach((file, seen) -> write(text, "jar", file, seen));
        world.classFiles().forEach((file, seen) -> write(text, "class", file, seen));
    }

    private static void write(StringBuilder text, String kind, Path file, World.SeenFile seen) {
        FileState state = seen.state();
        line(
                text,
                kind,
                file.toString(),
                Long.toString(state.size()),
                Long.toString(state.modified()),
                Long.toString(state.changed()),
                Long.toString(state.file()),
                seen.content().map(Digest::hex).orElse(UNKNOWN));
    }

    static void line(StringBuilder text, String... fields) {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : "\t").append(fields[i]);
        }
        text.append('\n');
    }

    /// Adds what one line says, if it is about the world.
    static void read(String[] fields, World world) {
        switch (fields[0]) {
            case "folder" -> world.folders().add(Path.of(fields[1]));
            case "no-root" -> world.absentRoots().add(Path.of(fields[1]));
            case "no-package" -> world.absentPackages().add(fields[1]);
            case "no-class" -> world.absentClasses().add(fields[1]);
            case "jar" -> read(fields, world.jars());
            case "class" -> read(fields, world.classFiles());
            default -> {
                // About signatures: see KeptSignatures.
            }
        }
    }

    private static void read(String[] fields, Map<Path, World.SeenFile> files) {
        FileState state = new FileState(
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]),
                Long.parseLong(fields[5]));
        Optional<Digest> content = fields[6].equals(UNKNOWN) ? Optional.empty() : Optional.of(Digest.parse(fields[6]));
        files.put(Path.of(fields[1]), new World.SeenFile(state, content));
    }
}
