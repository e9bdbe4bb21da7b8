package dev.wadachi.cli.project;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Hasher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// What has to be known of a `pom.xml` and those parents that lie on disk, without asking Maven, which takes a second.
///
/// @param digest of the files' content
/// @param dependencies artifact names that the project needs when it runs, but for Wadachi's own
/// @param hasProcessors whether sources are made by annotation processors while compiling
public record Pom(Digest digest, List<String> dependencies, boolean hasProcessors) {

    /// They travel on the processors' path, but check and make nothing.
    private static final Set<String> CHECKERS = Set.of("error_prone_core", "nullaway");

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    private static final Set<String> SCOPES_LEFT_OUT = Set.of("test", "system", "import");

    /// The pom with its parents.
    ///
    /// @throws ProjectProblem if one of them is no XML
    static Pom read(Path file) {
        Hasher hasher = Hasher.create();
        List<String> dependencies = new ArrayList<>();
        boolean processors = false;
        Set<Path> seen = new HashSet<>();
        Optional<Path> next = Optional.of(file);
        while (next.isPresent() && seen.add(next.get())) {
            Path pom = next.get();
            Element project = parse(pom, hasher);
            dependencies.addAll(dependencies(project));
            processors |= hasProcessors(project);
            next = parent(pom, project);
        }
        return new Pom(hasher.finish(), dependencies.stream().distinct().toList(), processors);
    }

    /// What a pom says of a version, of a dependency or of a plugin.
    ///
    /// @param group the group, with properties of the pom put in
    /// @param artifact the name
    /// @param text the version, with properties of the pom put in; empty where it says none
    public record Version(String group, String artifact, String text) {

        private static final Pattern VAGUE = Pattern.compile(".*[\\[(,)\\]].*|LATEST|RELEASE|.*-SNAPSHOT|.*\\$\\{.*|");

        /// Whether it stands for one version, today and tomorrow.
        public boolean isExact() {
            return !VAGUE.matcher(text).matches();
        }

        /// Its folder in a Maven repository.
        public String path() {
            return group.replace('.', '/') + "/" + artifact + "/" + text;
        }
    }

    /// The versions of the dependencies that a pom itself names, and of its plugins. Those that a parent or its own
    /// `dependencyManagement` decides are taken from there, where the pom itself has it; else they are left out.
    ///
    /// @throws ProjectProblem if it is no XML
    public static List<Version> versions(Path file) {
        Element project = parse(file, Hasher.create());
        Map<String, String> properties = new HashMap<>();
        children(project, "properties")
                .flatMap(all -> elements(all.getChildNodes().getLength(), all.getChildNodes()::item))
                .forEach(property -> properties.put(
                        property.getTagName(), property.getTextContent().strip()));
        properties.put("project.version", text(project, "version"));
        boolean isManagedElsewhere = children(project, "parent").findAny().isPresent()
                || below(project, "dependencyManagement").findAny().isPresent()
                || below(project, "pluginManagement").findAny().isPresent();
        return Stream.concat(below(project, "dependency"), below(project, "plugin"))
                .map(each -> new Version(
                        filled(text(each, "groupId"), properties)
                                .transform(group -> group.isEmpty() ? "org.apache.maven.plugins" : group),
                        filled(text(each, "artifactId"), properties),
                        filled(text(each, "version"), properties)))
                .filter(version -> !(isManagedElsewhere && version.text().isEmpty()))
                .distinct()
                .toList();
    }

    private static String filled(String text, Map<String, String> properties) {
        return PROPERTY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(properties.getOrDefault(found.group(1), found.group())));
    }

    private static Element parse(Path file, Hasher hasher) {
        try {
            hasher.text(file.toString()).digest(Digest.ofFile(file));
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The JDK's own handler prints to standard error what the exception says anyway.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(file.toFile()).getDocumentElement();
        } catch (SAXException e) {
            throw new ProjectProblem(file + " is no XML: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser lacks a feature", e);
        }
    }

    private static List<String> dependencies(Element project) {
        return children(project, "dependencies")
                .flatMap(list -> children(list, "dependency"))
                .filter(dependency -> !SCOPES_LEFT_OUT.contains(text(dependency, "scope")))
                .filter(dependency -> !text(dependency, "groupId").equals("dev.wadachi"))
                .map(dependency -> text(dependency, "artifactId"))
                .toList();
    }

    /// Also those of profiles and of managed plugins: one too many costs a call of Maven, one too few the build.
    private static boolean hasProcessors(Element project) {
        boolean named = below(project, "annotationProcessor").findAny().isPresent();
        boolean onPath = below(project, "annotationProcessorPaths")
                .flatMap(paths -> below(paths, "artifactId"))
                .map(artifact -> artifact.getTextContent().strip())
                .anyMatch(artifact -> !CHECKERS.contains(artifact));
        boolean asked = below(project, "proc")
                .map(proc -> proc.getTextContent().strip())
                .anyMatch("full"::equals);
        return named || onPath || asked;
    }

    /// The parent, if it lies on disk where the pom says, or in the folder above.
    private static Optional<Path> parent(Path pom, Element project) {
        return children(project, "parent").findFirst().flatMap(parent -> {
            boolean isSaid = children(parent, "relativePath").findAny().isPresent();
            String relative = isSaid ? text(parent, "relativePath") : "../pom.xml";
            Path said = pom.resolveSibling(relative).normalize();
            Path file = Files.isDirectory(said) ? said.resolve("pom.xml") : said;
            return relative.isEmpty() || !Files.isRegularFile(file) ? Optional.empty() : Optional.of(file);
        });
    }

    private static String text(Element element, String child) {
        return children(element, child)
                .map(found -> found.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static Stream<Element> children(Element element, String name) {
        return elements(element.getChildNodes().getLength(), element.getChildNodes()::item)
                .filter(child -> child.getTagName().equals(name));
    }

    private static Stream<Element> below(Element element, String name) {
        var found = element.getElementsByTagName(name);
        return elements(found.getLength(), found::item);
    }

    private static Stream<Element> elements(int count, IntFunction<Node> node) {
        return IntStream.range(0, count)
                .mapToObj(node)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
