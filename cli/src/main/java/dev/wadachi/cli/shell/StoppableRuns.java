package dev.wadachi.cli.shell;

import com.sun.jdi.BooleanValue;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.ClassType;
import com.sun.jdi.Field;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import jdk.jshell.spi.ExecutionControl;

/// The JDK's control of the JVM where snippets run, but that Ctrl-C ends a run as it does on the command line: bodies
/// are interrupted, and what ran is kept.
///
/// The JDK stops a snippet by an exception at whatever it is doing, which suits a loop that never ends, and would leave
/// a run's bodies alone with nobody to wait for them. So a run is asked to end instead; Ctrl-C once more stops the
/// snippet.
///
/// @param control the JDK's
/// @param machine the JVM where snippets run
record StoppableRuns(ExecutionControl control, VirtualMachine machine) implements ExecutionControl {

    @Override
    public void stop() throws EngineTerminationException, InternalException {
        if (!asksRunToEnd()) {
            control.stop();
        }
    }

    private boolean asksRunToEnd() throws InternalException {
        for (ReferenceType type : machine.classesByName(Session.class.getName())) {
            Field isRunning = type.fieldByName(Session.IS_RUNNING);
            Field isAsked = type.fieldByName(Session.IS_ASKED_TO_STOP);
            if (type instanceof ClassType session
                    && session.getValue(isRunning) instanceof BooleanValue running
                    && running.value()
                    && session.getValue(isAsked) instanceof BooleanValue asked
                    && !asked.value()) {
                set(session, isAsked);
                return true;
            }
        }
        return false;
    }

    private void set(ClassType session, Field field) throws InternalException {
        try {
            session.setValue(field, machine.mirrorOf(true));
        } catch (InvalidTypeException | ClassNotLoadedException e) {
            throw new InternalException("cannot ask the run to end: " + e);
        }
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        control.load(classes);
    }

    @Override
    public void redefine(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        control.redefine(classes);
    }

    @Override
    public String invoke(String className, String methodName)
            throws RunException, EngineTerminationException, InternalException {
        return control.invoke(className, methodName);
    }

    @Override
    public String varValue(String className, String variable)
            throws RunException, EngineTerminationException, InternalException {
        return control.varValue(className, variable);
    }

    @Override
    public void addToClasspath(String path) throws EngineTerminationException, InternalException {
        control.addToClasspath(path);
    }

    @Override
    public Object extensionCommand(String command, Object argument)
            throws RunException, EngineTerminationException, InternalException {
        return control.extensionCommand(command, argument);
    }

    @Override
    public void close() {
        control.close();
    }
}
