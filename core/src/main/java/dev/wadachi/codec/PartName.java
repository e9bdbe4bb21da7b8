package dev.wadachi.codec;

import dev.wadachi.task.Part;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;

/// Which component a method reference means: `train` for `Split::train`.
///
/// A method reference tells its name in one way only: when it is of a serializable type, it has a method that describes
/// it as a [SerializedLambda]. That description is asked for, and nothing is ever serialized, nor are serialized bytes
/// ever read.
public final class PartName {

    private static final String DESCRIBE = "writeReplace";

    private PartName() {}

    /// The component's name.
    ///
    /// @throws IllegalArgumentException where the part is anything but a reference to a component's accessor
    public static String of(Part<?, ?> part) {
        if (describe(part) instanceof SerializedLambda reference && isAccessor(reference)) {
            return reference.getImplMethodName();
        }
        throw new IllegalArgumentException(
                "A part is named by a reference to a component of the record, such as Split::train; a lambda or another object has no name.");
    }

    private static Object describe(Part<?, ?> part) {
        try {
            Method describe = part.getClass().getDeclaredMethod(DESCRIBE);
            describe.setAccessible(true);
            return describe.invoke(part);
        } catch (ReflectiveOperationException | RuntimeException noReference) {
            return part;
        }
    }

    /// A method without arguments, of a class, that is no body of a lambda.
    private static boolean isAccessor(SerializedLambda reference) {
        return reference.getImplMethodSignature().startsWith("()")
                && reference.getCapturedArgCount() == 0
                && !reference.getImplMethodName().startsWith("lambda$");
    }
}
