@echo off
rem Starts hubsh on Windows, on Java 17 or newer: HUBSH_JAVA_HOME, JAVA_HOME, or java of the PATH.
rem It lies in the bin folder of an unpacked archive, or of the sources after mvn package.
setlocal
set "home=%~dp0.."
set "jar=%home%\hubsh.jar"
if not exist "%jar%" set "jar=%home%\shell\target\hubsh.jar"
if not exist "%jar%" (
  echo hubsh: there is no hubsh.jar; build it with mvn package -DskipTests 1>&2
  exit /b 2
)
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if defined HUBSH_JAVA_HOME set "java=%HUBSH_JAVA_HOME%\bin\java"
"%java%" -XX:+UseSerialGC -Dfile.encoding=UTF-8 %HUBSH_JAVA_OPTS% -jar "%jar%" %*
