package dev.wadachi.cli.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds pipelines and tasks by reading class files: records that implement `Pipeline` or `Task`, themselves or through
/// interfaces. No class is loaded, so no user code runs.
final class CatalogScan {

    private static final String PIPELINE = "dev/wadachi/task/Pipeline";
    private static final String TASK = "dev/wadachi/task/Task";
    private static final String NAME = "Ldev/wadachi/task/Name;";

    private final Map<String, Optional<ClassModel>> models = new HashMap<>();

    private CatalogScan() {}

    static Catalog of(Path classes) throws IOException {
        return new CatalogScan().scan(classes);
    }

    private Catalog scan(Path classes) throws IOException {
        List<ClassModel> records = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                ClassModel model = ClassFile.of().parse(Files.readAllBytes(file));
                models.put(model.thisClass().asInternalName(), Optional.of(model));
                if (isNamedRecord(model)) {
                    records.add(model);
                }
            }
        }
        return new Catalog(records.stream()
                .flatMap(model -> kind(model).map(kind -> entry(kind, model)).stream())
                .toList());
    }

    private Optional<Catalog.Kind> kind(ClassModel model) {
        if (reaches(model, PIPELINE)) {
            return Optional.of(Catalog.Kind.PIPELINE);
        }
        return reaches(model, TASK) ? Optional.of(Catalog.Kind.TASK) : Optional.empty();
    }

    private boolean reaches(ClassModel model, String wanted) {
        return model.interfaces().stream()
                .map(ClassEntry::asInternalName)
                .anyMatch(name -> name.equals(wanted)
                        || find(name).map(parent -> reaches(parent, wanted)).orElse(false));
    }

    /// An interface of the project, or of Wadachi; those of other libraries are not searched.
    private Optional<ClassModel> find(String name) {
        return models.computeIfAbsent(name, _ -> name.startsWith("dev/wadachi/") ? brought(name) : Optional.empty());
    }

    private static Optional<ClassModel> brought(String name) {
        try (InputStream bytes = CatalogScan.class.getClassLoader().getResourceAsStream(name + ".class")) {
            return bytes == null ? Optional.empty() : Optional.of(ClassFile.of().parse(bytes.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the class " + name, e);
        }
    }

    private static boolean isNamedRecord(ClassModel model) {
        return model.superclass()
                        .filter(parent -> parent.asInternalName().equals("java/lang/Record"))
                        .isPresent()
                && !model.flags().has(AccessFlag.ABSTRACT)
                // A record inside a method has no name that anybody could write.
                && model.findAttribute(Attributes.enclosingMethod()).isEmpty();
    }

    private static Catalog.Entry entry(Catalog.Kind kind, ClassModel model) {
        String className = model.thisClass().asInternalName().replace('/', '.');
        String source = model.findAttribute(Attributes.sourceFile())
                .map(attribute -> attribute.sourceFile().stringValue())
                .orElse("");
        return new Catalog.Entry(kind, givenName(model).orElseGet(() -> simpleName(model)), className, source);
    }

    private static Optional<String> givenName(ClassModel model) {
        return model.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream())
                .filter(annotation -> annotation.className().equalsString(NAME))
                .map(Annotation::elements)
                .flatMap(List::stream)
                .map(element -> element.value() instanceof AnnotationValue.OfString text ? text.stringValue() : "")
                .findFirst();
    }

    private static String simpleName(ClassModel model) {
        String name = model.thisClass().asInternalName();
        return model.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(attribute -> attribute.classes().stream())
                .filter(inner -> inner.innerClass().asInternalName().equals(name))
                .map(InnerClassInfo::innerName)
                .flatMap(Optional::stream)
                .map(Utf8Entry::stringValue)
                .findFirst()
                .orElseGet(() -> name.substring(name.lastIndexOf('/') + 1));
    }
}
