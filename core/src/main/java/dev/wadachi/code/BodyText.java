package dev.wadachi.code;

import java.lang.classfile.BootstrapMethodEntry;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.DoubleEntry;
import java.lang.classfile.constantpool.DynamicConstantPoolEntry;
import java.lang.classfile.constantpool.FloatEntry;
import java.lang.classfile.constantpool.IntegerEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.LongEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.invoke.MethodHandleInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The normal form of one method's body as it is written down: the bytes that are hashed, and what was met on the way.
final class BodyText {

    private static final int HOLE = 1;
    private static final int PLAIN = 0;
    private static final String RECORDS = "java/lang/runtime/ObjectMethods";
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

    private final ClassFacts owner;
    private final Encoding encoding = new Encoding();
    private final List<Hole> holes = new ArrayList<>();
    private final Set<Reference> references = new LinkedHashSet<>();
    private final SightingLog sightings = new SightingLog();
    private int firstLine;
    private int line;
    private boolean impliedByRecord;
    private boolean askedForOrdinal;

    BodyText(ClassFacts owner) {
        this.owner = owner;
    }

    MethodFacts facts(MethodKey key, MethodFacts.Kind kind) {
        return new MethodFacts(
                key, encoding.finish(), holes, List.copyOf(references), sightings.sightings(), firstLine, kind);
    }

    /// Whether this is a record's `equals`, `hashCode` or `toString` as the compiler makes it.
    boolean isImpliedByRecord() {
        return impliedByRecord;
    }

    /// Whether the instruction before this one called `ordinal()`.
    boolean hasJustAskedForOrdinal() {
        return askedForOrdinal;
    }

    void line(int number) {
        line = number;
        if (firstLine == 0) {
            firstLine = number;
        }
    }

    BodyText tag(int tag) {
        encoding.tag(tag >>> Byte.SIZE).tag(tag);
        return this;
    }

    BodyText number(int number) {
        encoding.number(number);
        return this;
    }

    BodyText kind(TypeKind kind) {
        encoding.tag(kind.newarrayCode());
        return this;
    }

    BodyText hole(Hole hole) {
        encoding.tag(HOLE);
        holes.add(hole);
        return this;
    }

    /// A name or descriptor.
    BodyText name(String name) {
        String stable = Names.withoutSnippetNumbers(name);
        if (Names.isNumbered(stable)) {
            return hole(new Hole.Name(name));
        }
        encoding.tag(PLAIN).text(stable);
        return this;
    }

    /// A class that the code names.
    BodyText type(ClassEntry type) {
        Types.ofClassEntry(type.asInternalName()).map(Reference.Mentioned::new).ifPresent(references::add);
        return name(type.asInternalName());
    }

    void created(ClassEntry type) {
        references.add(new Reference.Created(type.asInternalName()));
        name(type.asInternalName());
    }

    void field(FieldInstruction field) {
        String declaring = field.owner().asInternalName();
        String fieldName = field.name().stringValue();
        boolean fixed = field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC;
        references.add(fixed ? new Reference.StaticField(declaring, fieldName) : new Reference.Mentioned(declaring));
        if (fixed && Names.isSnippet(declaring)) {
            sightings.see(Warning.Kind.SESSION_VARIABLE, fieldName, line);
        }
        name(declaring).name(fieldName).name(field.type().stringValue());
    }

    /// A static field that is followed but not written down.
    void staticField(ClassEntry declaring, Utf8Entry name) {
        references.add(new Reference.StaticField(declaring.asInternalName(), name.stringValue()));
    }

    void call(InvokeInstruction call) {
        MethodKey target = keyOf(call.method());
        sightings.see(target, line);
        askedForOrdinal = target.selector().equals("ordinal()I");
        boolean virtual = call.opcode() == Opcode.INVOKEVIRTUAL || call.opcode() == Opcode.INVOKEINTERFACE;
        call(target, virtual ? new Reference.Virtual(target) : new Reference.Exact(target));
    }

    private void call(MethodKey target, Reference reference) {
        if (isMadeUp(target)) {
            hole(new Hole.Body(target));
            return;
        }
        Types.ofClassEntry(target.owner())
                .filter(type -> !type.equals(target.owner()))
                .ifPresentOrElse(
                        element -> references.add(new Reference.Mentioned(element)), () -> references.add(reference));
        name(target.owner()).name(target.name()).name(target.descriptor());
    }

    /// Lambda bodies lie in the same class; an accessor lies in the class whose private member it opens.
    private boolean isMadeUp(MethodKey target) {
        return target.owner().equals(owner.name())
                ? owner.isMadeUp(target.selector())
                : target.name().startsWith("access$");
    }

    void dynamicCall(InvokeDynamicEntry call) {
        String bootstrap =
                call.bootstrap().bootstrapMethod().reference().owner().asInternalName();
        impliedByRecord |= bootstrap.equals(RECORDS);
        if (bootstrap.equals(LAMBDAS)) {
            Types.returned(call.type().stringValue())
                    .map(Reference.Created::new)
                    .ifPresent(references::add);
        }
        dynamic(call);
    }

    private void dynamic(DynamicConstantPoolEntry dynamic) {
        name(dynamic.name().stringValue()).name(dynamic.type().stringValue());
        BootstrapMethodEntry bootstrap = dynamic.bootstrap();
        handle(bootstrap.bootstrapMethod());
        number(bootstrap.arguments().size());
        for (LoadableConstantEntry argument : bootstrap.arguments()) {
            // A class may hide in a text here: ClassDesc.of("shop.Color") labels a case of a pattern switch.
            if (argument instanceof StringEntry label) {
                tag(argument.tag()).name(label.stringValue());
            } else {
                constant(argument);
            }
        }
    }

    void constant(LoadableConstantEntry constant) {
        tag(constant.tag());
        switch (constant) {
            case IntegerEntry number -> encoding.number(number.intValue());
            case LongEntry number -> encoding.number(number.longValue());
            case FloatEntry number -> encoding.number(Float.floatToRawIntBits(number.floatValue()));
            case DoubleEntry number -> encoding.number(Double.doubleToRawLongBits(number.doubleValue()));
            case StringEntry string -> encoding.text(string.stringValue());
            case ClassEntry type -> type(type);
            case MethodTypeEntry type -> name(type.descriptor().stringValue());
            case MethodHandleEntry handle -> handle(handle);
            case ConstantDynamicEntry dynamic -> dynamic(dynamic);
        }
    }

    private void handle(MethodHandleEntry handle) {
        encoding.tag(handle.kind());
        MemberRefEntry member = handle.reference();
        MethodKey target = keyOf(member);
        switch (handle.kind()) {
            case MethodHandleInfo.REF_getField,
                    MethodHandleInfo.REF_putField,
                    MethodHandleInfo.REF_getStatic,
                    MethodHandleInfo.REF_putStatic -> {
                references.add(new Reference.StaticField(target.owner(), target.name()));
                name(target.owner()).name(target.name()).name(target.descriptor());
            }
            case MethodHandleInfo.REF_newInvokeSpecial -> {
                references.add(new Reference.Created(target.owner()));
                call(target, new Reference.Exact(target));
            }
            case MethodHandleInfo.REF_invokeStatic, MethodHandleInfo.REF_invokeSpecial ->
                seenCall(target, new Reference.Exact(target));
            default -> seenCall(target, new Reference.Virtual(target));
        }
    }

    /// A method reference may be suspicious like a call: `Instant::now`.
    private void seenCall(MethodKey target, Reference reference) {
        sightings.see(target, line);
        call(target, reference);
    }

    private static MethodKey keyOf(MemberRefEntry member) {
        return new MethodKey(
                member.owner().asInternalName(),
                member.name().stringValue(),
                member.type().stringValue());
    }
}
