package dev.wadachi.data;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.Layout;
import dev.wadachi.store.FileRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Names the bytes of a file or folder; kept beside it as `<name>.wadachi`, which Git keeps in place of the data.
///
/// @param path where the data is: beside the pointer's file, or, of a run's input, relative to the project
/// @param kind a file, or a folder
/// @param digest of the file, or of the folder's listing
/// @param bytes of all its files
/// @param files how many it has; 1 for a file
public record Pointer(String path, FileRead.Kind kind, Digest digest, long bytes, long files) {

    /// What the name of a pointer's file ends in.
    public static final String ENDING = ".wadachi";

    /// Reads a pointer's file.
    ///
    /// @throws DataProblem if it is none
    public static Pointer read(Path file) throws IOException {
        try {
            JsonObject json = Json.parse(Files.readAllBytes(file)).asObject();
            Pointer pointer = new Pointer(
                    json.text("path"),
                    FileRead.Kind.valueOf(json.text("kind").toUpperCase(Locale.ROOT)),
                    Digest.parse(json.text("digest")),
                    json.number("bytes"),
                    json.number("files"));
            requireName(pointer.path, file);
            return pointer;
        } catch (JsonException | IllegalArgumentException e) {
            throw new DataProblem(file + " is no pointer to data (" + e.getMessage()
                    + "); bring it back with git, or add the data" + " again: wadachi data add");
        }
    }

    private static void requireName(String path, Path file) {
        if (path.isEmpty()
                || path.equals("..")
                || path.equals(".")
                || path.chars().anyMatch(c -> "/\\:".indexOf(c) >= 0)) {
            throw new DataProblem(file + " points to '" + path + "', which does not lie beside it");
        }
    }

    /// The pointer as JSON that a person can read; equal data, equal bytes.
    public byte[] json() {
        return JsonObject.builder()
                .put("path", path)
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("digest", digest.hex())
                .put("bytes", bytes)
                .put("files", files)
                .build()
                .bytes(Layout.PRETTY);
    }
}
