package dev.wadachi.engine.worker;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.task.OutsideException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was thrown in another process: its words, its stack, its causes and the name of its class, which need not be
/// known here. Prints as the original does.
public final class Thrown extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int DEEPEST = 100;
    private static final int MOST_FRAMES = 1_024;

    private final String type;
    private final transient List<String> supertypes;

    private Thrown(
            String type,
            List<String> supertypes,
            @Nullable String message,
            @Nullable Thrown cause,
            StackTraceElement[] stack) {
        super(message, cause);
        this.type = type;
        this.supertypes = List.copyOf(supertypes);
        setStackTrace(stack);
    }

    /// The same, as it can be told to another process.
    public static Thrown of(Throwable original) {
        return of(original, DEEPEST);
    }

    private static Thrown of(Throwable original, int depth) {
        if (original instanceof Thrown thrown) {
            return thrown;
        }
        List<String> supertypes = new ArrayList<>();
        for (Class<?> type = original.getClass().getSuperclass(); type != null; type = type.getSuperclass()) {
            supertypes.add(type.getName());
        }
        Throwable cause = original.getCause();
        StackTraceElement[] stack = original.getStackTrace();
        return new Thrown(
                original.getClass().getName(),
                supertypes,
                original.getMessage(),
                cause == null || depth == 0 ? null : of(cause, depth - 1),
                stack.length <= MOST_FRAMES ? stack : Arrays.copyOf(stack, MOST_FRAMES));
    }

    /// The name of the original's class.
    public String type() {
        return type;
    }

    /// Whether the original is of a class, or of one below it.
    public boolean is(Class<? extends Throwable> kind) {
        return type.equals(kind.getName()) || supertypes.contains(kind.getName());
    }

    /// What to throw here in its place: the original's own class, where those who handle it must know it.
    public RuntimeException here() {
        String message = String.valueOf(getMessage());
        return is(OutsideException.class) ? new OutsideException(message, this) : this;
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // as the original says it: its class is another than this one
    public String toString() {
        return getMessage() == null ? type : type + ": " + getMessage();
    }

    JsonObject json() {
        JsonObjectBuilder json = JsonObject.builder().put("type", type).putTexts("supertypes", supertypes);
        if (getMessage() != null) {
            json.put("message", getMessage());
        }
        if (getCause() instanceof Thrown cause) {
            json.put("cause", cause.json());
        }
        List<Json> frames = new ArrayList<>();
        for (StackTraceElement frame : getStackTrace()) {
            frames.add(frame(frame));
        }
        return json.put("stack", new JsonArray(frames)).build();
    }

    private static JsonObject frame(StackTraceElement frame) {
        JsonObjectBuilder json = JsonObject.builder()
                .put("class", frame.getClassName())
                .put("method", frame.getMethodName())
                .put("line", frame.getLineNumber());
        Optional.ofNullable(frame.getFileName()).ifPresent(file -> json.put("file", file));
        Optional.ofNullable(frame.getModuleName()).ifPresent(module -> json.put("module", module));
        return json.build();
    }

    static Thrown of(JsonObject json) {
        List<StackTraceElement> stack = new ArrayList<>();
        for (Json frame : json.array("stack")) {
            stack.add(frame(frame.asObject()));
        }
        return new Thrown(
                json.text("type"),
                json.array("supertypes").texts(),
                json.findText("message").orElse(null),
                json.findObject("cause").map(Thrown::of).orElse(null),
                stack.toArray(StackTraceElement[]::new));
    }

    private static StackTraceElement frame(JsonObject json) {
        return new StackTraceElement(
                null,
                json.findText("module").orElse(null),
                null,
                json.text("class"),
                json.text("method"),
                json.findText("file").orElse(null),
                Math.toIntExact(json.number("line")));
    }
}
