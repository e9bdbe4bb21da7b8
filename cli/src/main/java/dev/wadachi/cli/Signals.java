package dev.wadachi.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// What signals do: the first ends the process in order, as Java does by itself; a second one ends it at once, which
/// Java does not know. The store bears it.
///
/// The JDK has no other way to signals than `sun.misc.Signal`; where that is gone, a second one does nothing.
final class Signals {

    private static final List<String> ASKING_TO_STOP = List.of("INT", "TERM");
    private static final int BASE = 128;

    private Signals() {}

    static void handle() {
        AtomicInteger received = new AtomicInteger();
        for (String name : ASKING_TO_STOP) {
            try {
                Class<?> signal = Class.forName("sun.misc.Signal");
                Class<?> handler = Class.forName("sun.misc.SignalHandler");
                Object number = signal.getConstructor(String.class).newInstance(name);
                int code = BASE + (int) signal.getMethod("getNumber").invoke(number);
                signal.getMethod("handle", signal, handler).invoke(null, number, handler(handler, received, code));
            } catch (ReflectiveOperationException | RuntimeException notHere) {
                // Another JDK, or one that was told to leave signals alone.
                return;
            }
        }
    }

    private static Object handler(Class<?> handler, AtomicInteger received, int code) {
        InvocationHandler deed = (Object proxy, Method method, Object[] arguments) -> {
            switch (method.getName()) {
                case "equals" -> {
                    return proxy == arguments[0];
                }
                case "hashCode" -> {
                    return code;
                }
                case "toString" -> {
                    return "ends the process with " + code;
                }
                default -> {
                    if (received.getAndIncrement() == 0) {
                        System.exit(code);
                    } else {
                        Runtime.getRuntime().halt(code);
                    }
                    return null;
                }
            }
        };
        return Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, deed);
    }
}
