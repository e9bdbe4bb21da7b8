package dev.wadachi.cli.template;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A file that a project begins with: where it lies, its bytes, and whether it can be started. Immutable, as long as
/// nobody writes into the bytes.
final class ProjectFile {

    /// What a file is there for.
    enum Use {
        READ,
        STARTED
    }

    /// A leading dot is written `dot-` in a template: tools pass over hidden files, each in its own way.
    private static final Pattern HIDDEN = Pattern.compile("(?<=^|/)dot-");

    private final String path;
    private final byte[] content;
    private final Use use;

    private ProjectFile(String path, byte[] content, Use use) {
        this.path = path;
        this.content = content;
        this.use = use;
    }

    /// @param path relative to the project, with `/` between names
    static ProjectFile of(String path, byte[] content) {
        return new ProjectFile(path, content, Use.READ);
    }

    static ProjectFile of(String path, String text) {
        return of(path, text.getBytes(StandardCharsets.UTF_8));
    }

    String path() {
        return path;
    }

    byte[] content() {
        return content;
    }

    Use use() {
        return use;
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    ProjectFile started() {
        return new ProjectFile(path, content, Use.STARTED);
    }

    /// The same in another place with another text.
    ProjectFile with(String anotherPath, String text) {
        return new ProjectFile(anotherPath, text.getBytes(StandardCharsets.UTF_8), use);
    }

    /// The same in another place.
    ProjectFile at(String anotherPath) {
        return new ProjectFile(anotherPath, content, use);
    }

    ProjectFile withHiddenNames() {
        return at(HIDDEN.matcher(path).replaceAll("."));
    }
}
