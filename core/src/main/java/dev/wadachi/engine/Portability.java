package dev.wadachi.engine;

import dev.wadachi.task.Isolated;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether tasks can be handed to another process: their classes, and those of their upstreams, have to lie in files.
///
/// What is found of one node is remembered, so that many isolated tasks over one large graph cost one walk.
final class Portability {

    private final Set<Node> portable = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Class<?>, Boolean> inFiles = new HashMap<>();

    /// Why the node's body cannot run in a JVM of its own; empty if it can.
    Optional<String> problem(Node isolated) {
        return obstacle(isolated)
                .map(type -> isolated.label() + " is to run in a JVM of its own, which would need "
                        + type.getSimpleName()
                        + ", but that class is in this process's memory alone (as those of jshell"
                        + " are); put it into a source file, or " + instead(isolated));
    }

    private static String instead(Node isolated) {
        return isolated.task.getClass().isAnnotationPresent(Isolated.class)
                ? "take @Isolated off " + isolated.name
                : "let " + isolated.name + " claim less memory than the "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MB of this process's heap";
    }

    private Optional<Class<?>> obstacle(Node isolated) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(isolated);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (portable.add(node)) {
                Optional<Class<?>> obstacle = ofNode(node);
                if (obstacle.isPresent()) {
                    portable.remove(node);
                    portable.remove(isolated);
                    return obstacle;
                }
                node.upstreams.forEach(upstream -> open.push(upstream.node()));
            }
        }
        return Optional.empty();
    }

    private Optional<Class<?>> ofNode(Node node) {
        if (!isInFile(node.task.getClass())) {
            return Optional.of(node.task.getClass());
        }
        return node.held.stream().filter(type -> !isInFile(type)).findFirst();
    }

    private boolean isInFile(Class<?> type) {
        return inFiles.computeIfAbsent(type, Portability::look);
    }

    private static boolean look(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (loader == null) {
            return true;
        }
        URL file = loader.getResource(type.getName().replace('.', '/') + ".class");
        return file != null
                && switch (file.getProtocol()) {
                    case "file", "jrt" -> true;
                    // One within another, as in an executable jar of Spring Boot, is no jar that Java reads.
                    case "jar" ->
                        file.getPath().startsWith("file:")
                                && file.getPath().indexOf("!/")
                                        == file.getPath().lastIndexOf("!/");
                    default -> false;
                };
    }
}
