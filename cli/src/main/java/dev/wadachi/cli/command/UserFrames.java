package dev.wadachi.cli.command;

import dev.wadachi.cli.project.CompiledProject;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LineNumber;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the lines of the user's own code in what was thrown: the rest of a stack is of no use to them.
public record UserFrames(CompiledProject classes) {

    private static final int MOST = 8;
    private static final int DEEPEST = 100;

    /// The user's frames of what was thrown first, nearest to the throw first; of what wraps it where their code took
    /// no part in that. Empty if their code took no part at all.
    public List<String> of(Throwable thrown) {
        List<String> frames = List.of();
        for (Throwable one : causes(thrown).reversed()) {
            if (frames.isEmpty()) {
                frames = own(one.getStackTrace());
            }
        }
        return frames;
    }

    private List<String> own(StackTraceElement[] stack) {
        List<String> frames = new ArrayList<>();
        StackTraceElement above = null;
        for (StackTraceElement frame : stack) {
            if (isOwn(frame) && frames.size() < MOST && (above == null || !isBridge(frame, above))) {
                frames.add("at " + frame.getClassName().replace('$', '.') + "." + method(frame) + "("
                        + frame.getFileName() + ":" + frame.getLineNumber() + ")");
            }
            above = frame;
        }
        return frames;
    }

    /// What was thrown first.
    public static Throwable root(Throwable thrown) {
        return causes(thrown).getLast();
    }

    /// What was thrown, then what caused it, and so on.
    public static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>(List.of(thrown));
        while (causes.getLast().getCause() != null && causes.size() < DEEPEST) {
            causes.add(causes.getLast().getCause());
        }
        return causes;
    }

    private boolean isOwn(StackTraceElement frame) {
        return file(frame).isPresent();
    }

    private Optional<Path> file(StackTraceElement frame) {
        String file = frame.getClassName().replace('.', '/') + ".class";
        return classes.own().stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .findFirst();
    }

    /// Whether the compiler made the method, to call the one above under a more general type: nobody wrote it.
    private boolean isBridge(StackTraceElement frame, StackTraceElement above) {
        if (!frame.getClassName().equals(above.getClassName())
                || !frame.getMethodName().equals(above.getMethodName())) {
            return false;
        }
        try {
            Path file = file(frame).orElseThrow();
            return ClassFile.of().parse(file).methods().stream()
                    .filter(method -> method.flags().has(AccessFlag.BRIDGE))
                    .filter(method -> method.methodName().equalsString(frame.getMethodName()))
                    .anyMatch(method -> hasLine(method, frame.getLineNumber()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean hasLine(MethodModel method, int line) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(element -> element instanceof LineNumber number && number.line() == line);
    }

    private static String method(StackTraceElement frame) {
        return frame.getMethodName().startsWith("lambda$") ? "λ" : frame.getMethodName();
    }
}
