@echo off
rem Starts Sandbox Cache: the window, or with a verb the command line.
setlocal
set "lib=%~dp0..\lib"
set "java="
if defined JAVA_HOME call :check "%JAVA_HOME%"
if not defined java for /f "delims=" %%j in ('where java 2^>nul') do if not defined java call :check "%%~dpj.."
if not defined java for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*") do if not defined java call :check "%%~d"
if not defined java (
  echo sandbox-cache: needs Java 25 or newer. Install a JDK 25 ^(for example from https://adoptium.net^) or set JAVA_HOME to one. 1>&2
  exit /b 1
)
"%java%" --module-path "%lib%\javafx" --add-modules javafx.controls,javafx.fxml --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow --add-exports=javafx.graphics/com.sun.glass.ui=ALL-UNNAMED --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED --add-exports=javafx.controls/com.sun.javafx.scene.control=ALL-UNNAMED --add-exports=javafx.controls/com.sun.javafx.scene.control.behavior=ALL-UNNAMED -Xmx512m "-Dsandboxcache.launcher=%~f0" %SANDBOX_CACHE_JAVA_OPTIONS% -cp "%lib%\*" io.github.sandboxcache.launch.Main %*
exit /b %errorlevel%

:check
if not exist "%~1\bin\java.exe" exit /b
for /f "tokens=2 delims=.=^"" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do if %%v geq 25 set "java=%~1\bin\java.exe"
exit /b
