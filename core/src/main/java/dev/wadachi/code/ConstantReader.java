package dev.wadachi.code;

import dev.wadachi.code.Constant.Use;
import java.lang.classfile.BootstrapMethodEntry;
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
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.invoke.MethodHandleInfo;
import java.util.ArrayList;
import java.util.List;

/// Writes one constant down in its normal form, with everything that it refers to in turn.
final class ConstantReader {

    private static final int PLAIN = 0;
    private static final int HOLE = 1;
    private static final String RECORDS = "java/lang/runtime/ObjectMethods";
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

    private final ClassFacts owner;
    private final Renames renames;
    private final Encoding text = new Encoding();
    private final List<Hole> holes = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<MethodKey> calls = new ArrayList<>();
    private boolean makesRecordMethod;

    ConstantReader(ClassFacts owner, Renames renames) {
        this.owner = owner;
        this.renames = renames;
    }

    Constant read(PoolEntry entry, Use use) {
        text.tag(entry.tag());
        switch (entry) {
            case MemberRefEntry member -> member(keyOf(member), use);
            case InvokeDynamicEntry call -> dynamicCall(call);
            case ClassEntry type when use == Use.CREATED -> created(type.asInternalName());
            case ClassEntry type when use == Use.ASKED_ABOUT -> askedAbout(type.asInternalName());
            case LoadableConstantEntry constant -> value(constant);
            default -> throw new IllegalArgumentException("no instruction uses a constant like " + entry);
        }
        return new Constant(text.bytes(), holes, references, calls, makesRecordMethod);
    }

    private void created(String type) {
        references.add(new Reference.Created(type));
        name(type);
    }

    private void askedAbout(String type) {
        Types.ofClassEntry(type).map(Reference.AskedAbout::new).ifPresent(references::add);
        name(type);
    }

    private void member(MethodKey member, Use use) {
        switch (use) {
            case CALLED_EXACTLY -> call(member, new Reference.Exact(member));
            case CALLED_VIRTUALLY -> call(member, new Reference.Virtual(member));
            case STATIC_FIELD -> field(member, new Reference.StaticField(member.owner(), member.name()));
            case NAMED, ASKED_ABOUT, CREATED -> field(member, new Reference.Mentioned(member.owner()));
        }
    }

    private void field(MethodKey field, Reference reference) {
        references.add(reference);
        spell(field);
    }

    private void call(MethodKey target, Reference reference) {
        if (SightingLog.concerns(target)) {
            calls.add(target);
        }
        if (isMadeUp(target)) {
            hole(new Hole.Body(target));
            return;
        }
        // An array's clone() has the array for its owner.
        references.add(
                target.owner().startsWith("[")
                        ? new Reference.Mentioned(
                                Types.ofClassEntry(target.owner()).orElse("java/lang/Object"))
                        : reference);
        spell(target);
    }

    private void spell(MethodKey member) {
        name(member.owner()).word(member.name()).name(member.descriptor());
    }

    /// Lambda bodies lie in the same class; an accessor lies in the class whose private member it opens.
    private boolean isMadeUp(MethodKey target) {
        return target.owner().equals(owner.name())
                ? owner.isMadeUp(target.selector())
                : target.name().startsWith("access$");
    }

    private void dynamicCall(InvokeDynamicEntry call) {
        String bootstrap =
                call.bootstrap().bootstrapMethod().reference().owner().asInternalName();
        makesRecordMethod = bootstrap.equals(RECORDS);
        if (bootstrap.equals(LAMBDAS)) {
            Types.returned(call.type().stringValue())
                    .map(Reference.Created::new)
                    .ifPresent(references::add);
        }
        dynamic(call);
    }

    private void dynamic(DynamicConstantPoolEntry dynamic) {
        word(dynamic.name().stringValue()).name(dynamic.type().stringValue());
        BootstrapMethodEntry bootstrap = dynamic.bootstrap();
        bootstrap(bootstrap.bootstrapMethod());
        text.number(bootstrap.arguments().size());
        for (LoadableConstantEntry argument : bootstrap.arguments()) {
            text.tag(argument.tag());
            // A class may hide in a text here: ClassDesc.of("shop.Color") labels a case of a pattern switch.
            if (argument instanceof StringEntry label) {
                word(label.stringValue());
            } else {
                value(argument);
            }
        }
    }

    /// The JDK's own are known by their names; their long descriptors would be half of all that is hashed.
    private void bootstrap(MethodHandleEntry method) {
        String factory = method.reference().owner().asInternalName();
        if (factory.startsWith("java/lang/")) {
            text.text(factory).text(method.reference().name().stringValue());
        } else {
            handle(method);
        }
    }

    private void value(LoadableConstantEntry constant) {
        switch (constant) {
            case IntegerEntry number -> text.number(number.intValue());
            case LongEntry number -> text.number(number.longValue());
            case FloatEntry number -> text.number(Float.floatToRawIntBits(number.floatValue()));
            case DoubleEntry number -> text.number(Double.doubleToRawLongBits(number.doubleValue()));
            case StringEntry string -> text.text(string.stringValue());
            case ClassEntry type -> type(type.asInternalName());
            case MethodTypeEntry type -> name(type.descriptor().stringValue());
            case MethodHandleEntry handle -> handle(handle);
            case ConstantDynamicEntry dynamic -> dynamic(dynamic);
        }
    }

    private void type(String type) {
        Types.ofClassEntry(type).map(Reference.Mentioned::new).ifPresent(references::add);
        name(type);
    }

    private void handle(MethodHandleEntry handle) {
        text.tag(handle.kind());
        MethodKey target = keyOf(handle.reference());
        switch (handle.kind()) {
            case MethodHandleInfo.REF_getField,
                    MethodHandleInfo.REF_putField,
                    MethodHandleInfo.REF_getStatic,
                    MethodHandleInfo.REF_putStatic -> member(target, Use.STATIC_FIELD);
            case MethodHandleInfo.REF_newInvokeSpecial -> {
                references.add(new Reference.Created(target.owner()));
                member(target, Use.CALLED_EXACTLY);
            }
            case MethodHandleInfo.REF_invokeStatic, MethodHandleInfo.REF_invokeSpecial ->
                member(target, Use.CALLED_EXACTLY);
            default -> member(target, Use.CALLED_VIRTUALLY);
        }
    }

    /// The name of a class, or a descriptor.
    private ConstantReader name(String name) {
        return Names.isNumbered(Names.withoutSnippetNumbers(name))
                ? hole(new Hole.Name(name))
                : plain(renames.in(Names.withoutSnippetNumbers(name)));
    }

    /// The name of a member.
    private ConstantReader word(String name) {
        String stable = Names.withoutSnippetNumbers(name);
        return Names.isNumbered(stable) ? hole(new Hole.Name(name)) : plain(stable);
    }

    private ConstantReader plain(String stable) {
        text.tag(PLAIN).text(stable);
        return this;
    }

    private ConstantReader hole(Hole hole) {
        text.tag(HOLE);
        holes.add(hole);
        return this;
    }

    private static MethodKey keyOf(MemberRefEntry member) {
        return new MethodKey(
                member.owner().asInternalName(),
                member.name().stringValue(),
                member.type().stringValue());
    }
}
