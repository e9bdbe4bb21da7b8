package dev.wadachi.command;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonException;
import dev.wadachi.parameter.Types;
import dev.wadachi.parameter.ValueForm;
import dev.wadachi.task.Context;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A value of a type of one's own, from a JSON file that another step leaves.
///
/// ```java
/// record Score(double mae, List<Double> loss) {}
///
/// record Scored(Task<Folder> folder, String file) implements JsonFile<Score> {}
///
/// Task<Score> score = new Scored(training, "score.json");
/// ```
///
/// The file holds what a value of the type is stored as: an object with a member for each component of a record, a
/// list, a number, a text.
///
/// @param <T> whatever is stored as JSON: records, numbers, lists and maps
public interface JsonFile<T> extends Task<T> {

    /// What the other step leaves.
    Task<Folder> folder();

    /// The file's path in it.
    String file();

    /// Reads the file.
    ///
    /// @throws IOException if it is not there, or holds no such value
    @Override
    @SuppressWarnings("unchecked") // the form is that of the type that the task declares
    default T run(Context in) throws IOException {
        Path place = in.load(folder()).path().resolve(file());
        ValueForm form = ValueForm.of(Types.argumentOf(getClass(), Task.class).orElse(Object.class));
        try {
            return (T) form.read(Json.parse(Files.readAllBytes(place)));
        } catch (NoSuchFileException gone) {
            throw new IOException("there is no file " + file() + " in the folder that it is read from", gone);
        } catch (JsonException other) {
            throw new IOException(file() + " holds no " + form + ": " + other.getMessage(), other);
        }
    }
}
