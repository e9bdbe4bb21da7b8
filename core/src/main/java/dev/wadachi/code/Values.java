package dev.wadachi.code;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassSignature;
import java.lang.classfile.Signature;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which own types a task's values consist of, as far as generic signatures tell.
///
/// A codec makes them behind the walk's back. `record Train(Task<Table> features) implements Task<Fit>` produces a
/// `Fit`; whoever has a `Train` for an upstream is handed one.
final class Values {

    private final Hierarchy hierarchy;

    Values(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /// The types of the value that such a task produces.
    List<ClassFacts> producedBy(ClassFacts task) {
        Set<String> named = new LinkedHashSet<>();
        for (ClassFacts above : hierarchy.ownUpwards(task.name())) {
            above.genericSignature()
                    .ifPresent(signature -> supertypes(signature)
                            .forEach(type -> type.typeArgs().forEach(argument -> addAll(argument, named))));
        }
        return withParts(named);
    }

    /// The types of the values that this task's components promise: `Fit` of a component `Task<Fit>`.
    List<ClassFacts> declaredBy(ClassFacts task) {
        Set<String> named = new LinkedHashSet<>();
        for (RecordComponentInfo component : task.components()) {
            component
                    .findAttribute(Attributes.signature())
                    .ifPresent(signature -> addPromised(signature.asTypeSignature(), named));
        }
        return withParts(named);
    }

    /// The types that one comes to who asks this type's class object: it, what it permits, and what records consist of.
    List<ClassFacts> behind(String type) {
        return withParts(Set.of(type));
    }

    private static List<Signature.ClassTypeSig> supertypes(ClassSignature signature) {
        List<Signature.ClassTypeSig> supertypes = new ArrayList<>(signature.superinterfaceSignatures());
        supertypes.add(signature.superclassSignature());
        return supertypes;
    }

    /// Collects what stands between the brackets of a task, however deep it stands in lists and maps.
    private void addPromised(Signature type, Set<String> named) {
        if (type instanceof Signature.ClassTypeSig generic) {
            boolean task =
                    hierarchy.isTask(generic.classDesc().descriptorString().replaceAll("^L|;$", ""));
            for (Signature.TypeArg argument : generic.typeArgs()) {
                if (task) {
                    addAll(argument, named);
                } else if (argument instanceof Signature.TypeArg.Bounded bounded) {
                    addPromised(bounded.boundType(), named);
                }
            }
        }
    }

    private static void addAll(Signature.TypeArg argument, Set<String> named) {
        switch (argument) {
            case Signature.TypeArg.Bounded bounded -> addAll(bounded.boundType(), named);
            case Signature.TypeArg.Unbounded _ -> {}
        }
    }

    private static void addAll(Signature type, Set<String> named) {
        switch (type) {
            case Signature.ClassTypeSig generic -> {
                String descriptor = generic.classDesc().descriptorString();
                named.add(descriptor.substring(1, descriptor.length() - 1));
                generic.typeArgs().forEach(argument -> addAll(argument, named));
            }
            case Signature.ArrayTypeSig array -> addAll(array.componentSignature(), named);
            case Signature.TypeVarSig _, Signature.BaseTypeSig _ -> {}
        }
    }

    /// With the members of sealed types, and with what records consist of.
    private List<ClassFacts> withParts(Set<String> named) {
        Set<ClassFacts> all = new LinkedHashSet<>();
        Deque<String> ahead = new ArrayDeque<>(named);
        while (!ahead.isEmpty()) {
            String next = ahead.remove();
            if (hierarchy.isTask(next)) {
                continue;
            }
            for (ClassFacts type : hierarchy.withPermitted(next)) {
                if (all.add(type)) {
                    type.components().forEach(component -> ahead.addAll(partsOf(component)));
                }
            }
        }
        return List.copyOf(all);
    }

    private static Set<String> partsOf(RecordComponentInfo component) {
        Set<String> parts = new LinkedHashSet<>();
        component
                .findAttribute(Attributes.signature())
                .ifPresentOrElse(
                        signature -> addAll(signature.asTypeSignature(), parts),
                        () -> addAll(Signature.parseFrom(component.descriptor().stringValue()), parts));
        return parts;
    }
}
