package dev.wadachi.cli.project;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/// The first sentences of doc comments, which class files do not keep: sources are parsed for them, not compiled.
///
/// @param sentences by place: `Demand` for a type, `Demand.evaluate()` for a method, `Demand.week` for a component
public record SourceDocs(Map<String, String> sentences) {

    private static final Pattern PARAMETER = Pattern.compile("@param\\s+(\\w+)\\s+([^@]*)");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)");

    /// Keeps an unmodifiable copy.
    public SourceDocs {
        sentences = Map.copyOf(sentences);
    }

    static SourceDocs of(Collection<Path> files) {
        if (files.isEmpty()) {
            return new SourceDocs(Map.of());
        }
        JavaCompiler compiler = Javac.compiler();
        Scanner scanner = new Scanner();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    Writer.nullWriter(),
                    manager,
                    null,
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                scanner.scan(unit, trees);
            }
            return new SourceDocs(scanner.sentences);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sources " + files, e);
        }
    }

    /// The sentence about a type, a method or a component; empty if there is none.
    public String about(String place) {
        return sentences.getOrDefault(place, "");
    }

    private static final class Scanner extends TreePathScanner<@Nullable Void, Trees> {

        private final Map<String, String> sentences = new HashMap<>();
        private final Deque<String> types = new ArrayDeque<>();

        @Override
        public @Nullable Void visitClass(ClassTree type, Trees trees) {
            types.push(type.getSimpleName().toString());
            String doc = trees.getDocComment(getCurrentPath());
            if (doc != null) {
                sentences.put(types.peek(), sentence(doc));
                Matcher parameter = PARAMETER.matcher(doc);
                while (parameter.find()) {
                    sentences.put(types.peek() + "." + parameter.group(1), sentence(parameter.group(2)));
                }
            }
            super.visitClass(type, trees);
            types.pop();
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, Trees trees) {
            String doc = trees.getDocComment(getCurrentPath());
            if (doc != null && types.peek() != null) {
                sentences.put(types.peek() + "." + method.getName() + "()", sentence(doc));
            }
            return super.visitMethod(method, trees);
        }

        private static String sentence(String doc) {
            String text = doc.strip().replaceAll("\\s+", " ");
            Matcher end = SENTENCE_END.matcher(text);
            String first = end.find() ? text.substring(0, end.start()) : text;
            return first.startsWith("@") ? "" : first;
        }
    }
}
