package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.EnclosingMethodAttribute;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// What one class file says by itself. Methods' bodies are read when they are first asked for.
///
/// Thread-safe.
final class ClassFacts {

    private static final ClassFile READER = ClassFile.of(ClassFile.DebugElementsOption.DROP_DEBUG);

    private final byte[] classFile;
    private final ClassModel model;
    private final String name;
    private final SequencedMap<String, MethodModel> methods = new LinkedHashMap<>();
    private final Constants constants;
    private final Map<String, MethodFacts> bodies = new HashMap<>();

    private ClassFacts(byte[] classFile, ClassModel model) {
        this.classFile = classFile;
        this.model = model;
        this.name = model.thisClass().asInternalName();
        this.constants = new Constants(this, model.constantPool(), Renames.NONE);
        for (MethodModel method : model.methods()) {
            methods.put(method.methodName().stringValue() + method.methodType().stringValue(), method);
        }
    }

    /// Reads a class file.
    ///
    /// @throws IllegalArgumentException if the bytes are no class file
    static ClassFacts read(byte[] classFile) {
        return new ClassFacts(classFile, READER.parse(classFile));
    }

    String name() {
        return name;
    }

    /// The digest of the class file.
    Digest content() {
        return Digest.of(classFile);
    }

    Optional<String> superclass() {
        return model.superclass().map(ClassEntry::asInternalName);
    }

    List<String> interfaces() {
        return names(model.interfaces());
    }

    /// The superclass, if any, and the interfaces.
    List<String> supertypes() {
        return Stream.concat(superclass().stream(), interfaces().stream()).toList();
    }

    boolean isInterface() {
        return model.flags().has(AccessFlag.INTERFACE);
    }

    boolean isEnum() {
        return model.flags().has(AccessFlag.ENUM);
    }

    boolean isSynthetic() {
        return model.flags().has(AccessFlag.SYNTHETIC);
    }

    /// Abstract or not, interface, enum; nothing that only says who may see it.
    int shapeFlags() {
        return model.flags().flagsMask() & (ClassFile.ACC_ABSTRACT | ClassFile.ACC_INTERFACE | ClassFile.ACC_ENUM);
    }

    /// The record's components, or none.
    List<RecordComponentInfo> components() {
        return model.findAttribute(Attributes.record())
                .map(record -> record.components())
                .orElse(List.of());
    }

    boolean isRecord() {
        return model.findAttribute(Attributes.record()).isPresent();
    }

    List<String> permitted() {
        return model.findAttribute(Attributes.permittedSubclasses())
                .map(permitted -> names(permitted.permittedSubclasses()))
                .orElse(List.of());
    }

    /// The class at whose file's top this one stands.
    String nestHost() {
        return model.findAttribute(Attributes.nestHost())
                .map(host -> host.nestHost().asInternalName())
                .orElse(name);
    }

    List<String> nestMembers() {
        return model.findAttribute(Attributes.nestMembers())
                .map(nest -> names(nest.nestMembers()))
                .orElse(List.of());
    }

    /// The class that a local or anonymous class is declared in.
    Optional<String> enclosingClass() {
        return model.findAttribute(Attributes.enclosingMethod())
                .map(enclosing -> enclosing.enclosingClass().asInternalName());
    }

    /// The method that a local or anonymous class is declared in, unless that is an initialiser.
    Optional<MethodKey> enclosingMethod() {
        return model.findAttribute(Attributes.enclosingMethod()).flatMap(ClassFacts::methodOf);
    }

    private static Optional<MethodKey> methodOf(EnclosingMethodAttribute enclosing) {
        return enclosing
                .enclosingMethod()
                .map((NameAndTypeEntry method) -> new MethodKey(
                        enclosing.enclosingClass().asInternalName(),
                        method.name().stringValue(),
                        method.type().stringValue()));
    }

    /// What the source calls this class; empty for an anonymous one.
    String innerName() {
        return innerClasses()
                .filter(inner -> inner.innerClass().asInternalName().equals(name))
                .findFirst()
                .flatMap(InnerClassInfo::innerName)
                .map(inner -> inner.stringValue())
                .orElse("");
    }

    /// The class that this one is a member of.
    Optional<String> outerClass() {
        return innerClasses()
                .filter(inner -> inner.innerClass().asInternalName().equals(name))
                .findFirst()
                .flatMap(InnerClassInfo::outerClass)
                .map(ClassEntry::asInternalName);
    }

    /// The classes declared as members of this one.
    List<String> memberClasses() {
        return innerClasses()
                .filter(inner -> inner.outerClass()
                        .map(outer -> outer.asInternalName().equals(name))
                        .orElse(false))
                .map(inner -> inner.innerClass().asInternalName())
                .toList();
    }

    private Stream<InnerClassInfo> innerClasses() {
        return model.findAttribute(Attributes.innerClasses()).stream().flatMap(inner -> inner.classes().stream());
    }

    /// The class's generic signature, if it has one.
    Optional<java.lang.classfile.ClassSignature> genericSignature() {
        return model.findAttribute(Attributes.signature()).map(signature -> signature.asClassSignature());
    }

    String sourceFile() {
        return model.findAttribute(Attributes.sourceFile())
                .map(SourceFileAttribute::sourceFile)
                .map(file -> file.stringValue())
                .orElse(Display.simple(nestHost()) + ".java");
    }

    boolean declaresStaticField(String field) {
        return fields().anyMatch(declared -> declared.flags().has(AccessFlag.STATIC)
                && declared.fieldName().stringValue().equals(field));
    }

    /// The names of the static fields.
    List<String> staticFields() {
        return fields().filter(field -> field.flags().has(AccessFlag.STATIC))
                .map(field -> field.fieldName().stringValue())
                .toList();
    }

    private Stream<FieldModel> fields() {
        return model.fields().stream();
    }

    /// What a running program can read of the annotations on this class.
    List<Annotation> annotations() {
        return model.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(present -> present.annotations())
                .orElse(List.of());
    }

    Optional<Annotation> annotation(String descriptor) {
        return annotations().stream()
                .filter(present -> present.className().stringValue().equals(descriptor))
                .findFirst();
    }

    /// The classes that `@Uses` names.
    List<String> uses() {
        return annotation("Ldev/wadachi/task/Uses;")
                .flatMap(uses -> element(uses, "value"))
                .map(value -> value instanceof AnnotationValue.OfArray array ? array.values() : List.of(value))
                .orElse(List.of())
                .stream()
                .filter(AnnotationValue.OfClass.class::isInstance)
                .map(type -> ((AnnotationValue.OfClass) type).className().stringValue())
                .flatMap(descriptor -> Types.ofClassEntry("[" + descriptor).stream())
                .toList();
    }

    /// What `@Version` says.
    Optional<String> version() {
        return annotation("Ldev/wadachi/task/Version;")
                .flatMap(version -> element(version, "value"))
                .map(value -> value instanceof AnnotationValue.OfString text ? text.stringValue() : "");
    }

    /// What `@Was` says of a class that is known by its own name: where `@Name` gives the name, the class may be called
    /// what it was called before.
    Optional<String> was() {
        return annotation("Ldev/wadachi/task/Name;").isPresent()
                ? Optional.empty()
                : annotation("Ldev/wadachi/task/Was;")
                        .flatMap(was -> element(was, "value"))
                        .map(value -> value instanceof AnnotationValue.OfString text ? text.stringValue() : "");
    }

    static Optional<AnnotationValue> element(Annotation annotation, String element) {
        return annotation.elements().stream()
                .filter(present -> present.name().stringValue().equals(element))
                .map(AnnotationElement::value)
                .findFirst();
    }

    /// Every method, in the order of the class file.
    List<MethodKey> methods() {
        return methods.values().stream()
                .map(method -> new MethodKey(
                        name,
                        method.methodName().stringValue(),
                        method.methodType().stringValue()))
                .toList();
    }

    boolean declares(String selector) {
        return methods.containsKey(selector);
    }

    boolean hasCode(String selector) {
        MethodModel method = methods.get(selector);
        return method != null
                && !method.flags().has(AccessFlag.ABSTRACT)
                && !method.flags().has(AccessFlag.NATIVE);
    }

    boolean isSynthetic(String selector) {
        MethodModel method = methods.get(selector);
        return method != null && method.flags().has(AccessFlag.SYNTHETIC);
    }

    /// Whether an override elsewhere may answer a call of it, or it may answer a call of what it overrides.
    boolean isOverridable(String selector) {
        MethodModel method = methods.get(selector);
        return method != null
                && !method.flags().has(AccessFlag.STATIC)
                && !method.flags().has(AccessFlag.PRIVATE)
                && method.methodName().stringValue().charAt(0) != '<';
    }

    /// Whether the compiler made this method up, so that its name is chance and its body stands in for it.
    boolean isMadeUp(String selector) {
        MethodModel method = methods.get(selector);
        return method != null
                && method.flags().has(AccessFlag.SYNTHETIC)
                && !method.flags().has(AccessFlag.BRIDGE);
    }

    /// What the method's body says.
    synchronized Optional<MethodFacts> method(String selector) {
        MethodModel method = methods.get(selector);
        if (method == null) {
            return Optional.empty();
        }
        MethodFacts known = bodies.get(selector);
        if (known == null) {
            known = new BodyReader(this, constants, method).read();
            bodies.put(selector, known);
        }
        return Optional.of(known);
    }

    /// The same, with old names in place of new ones.
    Optional<MethodFacts> method(String selector, Renames renames) {
        MethodModel method = methods.get(selector);
        return renames.isEmpty() || method == null
                ? method(selector)
                : Optional.of(new BodyReader(this, new Constants(this, model.constantPool(), renames), method).read());
    }

    /// The first source line of a method.
    int firstLine(String selector) {
        return Optional.ofNullable(methods.get(selector))
                .flatMap(method -> method.findAttribute(Attributes.code()))
                .map(code -> Lines.at(code, 0))
                .orElse(Lines.UNKNOWN);
    }

    /// What the compiler's switch maps in this class say: for each field, the enum constant by its number.
    Map<String, Map<Integer, String>> switchMaps() {
        MethodModel initialiser = methods.get(MethodKey.STATIC_INITIALISER + "()V");
        return initialiser == null ? Map.of() : SwitchMaps.of(initialiser);
    }

    /// Every class that the constant pool names, arrays by their elements.
    Set<String> namedClasses() {
        Set<String> named = new HashSet<>();
        model.constantPool().forEach(entry -> {
            if (entry instanceof ClassEntry type) {
                Types.ofClassEntry(type.asInternalName()).ifPresent(named::add);
            }
        });
        return named;
    }

    /// Every class whose name may stand in a method's body, without the JDK's core.
    Set<String> spelledClasses() {
        Set<String> spelled = new HashSet<>();
        model.constantPool().forEach(entry -> {
            switch (entry) {
                case ClassEntry type ->
                    Types.ofClassEntry(type.asInternalName()).ifPresent(spelled::add);
                case NameAndTypeEntry member -> addSpelled(member.type().stringValue(), spelled);
                case MethodTypeEntry type -> addSpelled(type.descriptor().stringValue(), spelled);
                default -> {}
            }
        });
        spelled.removeIf(type -> type.startsWith("java/"));
        return spelled;
    }

    private static void addSpelled(String descriptor, Set<String> spelled) {
        if (descriptor.indexOf(';') >= 0) {
            spelled.addAll(Types.classesIn(descriptor));
        }
    }

    private static List<String> names(List<ClassEntry> entries) {
        return entries.stream().map(ClassEntry::asInternalName).toList();
    }
}
