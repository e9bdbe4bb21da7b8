package dev.wadachi.parameter;

import dev.wadachi.task.Was;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds a class under its name of today, where `@Was` tells its old one.
///
/// It is looked for where a rename leaves it: in the same package, or the same class around it, in a folder of classes.
/// In a jar it is not found, and whoever asks computes once more than needed.
final class RenamedClass {

    private static final String ENDING = ".class";

    private RenamedClass() {}

    /// @param name the old name, as [Class#forName(String)] wanted it
    static Optional<Class<?>> find(String name, ClassLoader loader) {
        int cut = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
        String around = name.substring(0, cut);
        String old = name.substring(cut);
        return siblings(around, loader).stream()
                .flatMap(sibling -> load(sibling, loader).stream())
                .filter(type -> type.isAnnotationPresent(Was.class)
                        && type.getAnnotation(Was.class).value().equals(old))
                .findFirst();
    }

    /// The names of the classes that lie in folders and begin with a package or a class around them.
    private static List<String> siblings(String around, ClassLoader loader) {
        String within = around.substring(0, around.lastIndexOf('.') + 1);
        List<String> names = new ArrayList<>();
        try {
            for (URL url : Collections.list(loader.getResources(within.replace('.', '/')))) {
                for (String file : files(url)) {
                    String name = within + file.substring(0, file.length() - ENDING.length());
                    if (name.startsWith(around) && name.indexOf('$', around.length()) < 0) {
                        names.add(name);
                    }
                }
            }
        } catch (IOException unreadable) {
            return List.of();
        }
        Collections.sort(names);
        return names;
    }

    private static List<String> files(URL folder) throws IOException {
        if (!folder.getProtocol().equals("file")) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(new URI(folder.toString())))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .toList();
        } catch (URISyntaxException notAFolder) {
            return List.of();
        }
    }

    private static Optional<Class<?>> load(String name, ClassLoader loader) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError unusable) {
            return Optional.empty();
        }
    }
}
