package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a class object tells whoever asks it, besides the type's shape: what it permits, and its annotations.
///
/// Wadachi's own annotations do not count: they speak to the engine.
final class Descriptions {

    private static final String WADACHI = "Ldev/wadachi/";

    private final CanonicalNames names;

    Descriptions(CanonicalNames names) {
        this.names = names;
    }

    /// The digest of all that; mostly there is nothing.
    Optional<Digest> of(ClassFacts type) {
        // Constants of an enum with bodies are permitted, too; they are in its initialiser.
        List<String> permitted = type.isEnum() ? List.of() : type.permitted();
        List<Annotation> annotations = counting(type.annotations());
        List<RecordComponentInfo> annotated = type.components().stream()
                .filter(component -> !annotationsOf(component).isEmpty())
                .toList();
        if (permitted.isEmpty() && annotations.isEmpty() && annotated.isEmpty()) {
            return Optional.empty();
        }
        Encoding text = new Encoding().number(permitted.size());
        permitted.forEach(name -> text.text(names.of(name)));
        write(annotations, text);
        annotated.forEach(component -> {
            text.text(component.name().stringValue());
            write(annotationsOf(component), text);
        });
        return Optional.of(text.finish());
    }

    private static List<Annotation> annotationsOf(RecordComponentInfo component) {
        return component
                .findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(present -> counting(present.annotations()))
                .orElse(List.of());
    }

    /// The order in which somebody wrote them says nothing.
    private static List<Annotation> counting(List<Annotation> annotations) {
        return annotations.stream()
                .filter(one -> !one.className().stringValue().startsWith(WADACHI))
                .sorted(Comparator.comparing(one -> one.className().stringValue()))
                .toList();
    }

    private void write(List<Annotation> annotations, Encoding text) {
        text.number(annotations.size());
        annotations.forEach(one -> write(one, text));
    }

    private void write(Annotation annotation, Encoding text) {
        text.text(names.in(annotation.className().stringValue()));
        text.number(annotation.elements().size());
        annotation.elements().stream()
                .sorted(Comparator.comparing(
                        (AnnotationElement element) -> element.name().stringValue()))
                .forEach(element ->
                        write(element.value(), text.text(element.name().stringValue())));
    }

    private void write(AnnotationValue value, Encoding text) {
        text.tag(value.tag());
        switch (value) {
            case AnnotationValue.OfConstant constant -> text.text(String.valueOf(constant.resolvedValue()));
            case AnnotationValue.OfEnum constant ->
                text.text(names.in(constant.className().stringValue()))
                        .text(constant.constantName().stringValue());
            case AnnotationValue.OfClass type ->
                text.text(names.in(type.className().stringValue()));
            case AnnotationValue.OfAnnotation annotation -> write(annotation.annotation(), text);
            case AnnotationValue.OfArray array -> {
                text.number(array.values().size());
                array.values().forEach(one -> write(one, text));
            }
        }
    }
}
