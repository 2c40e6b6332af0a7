# What the toolchain files share. They set
#   PLACARD_TRIPLET            the prefix of the compiler and the folder of the libraries
#   PLACARD_EMULATOR           the program of qemu that runs the machine's programs
#   CMAKE_SYSTEM_PROCESSOR     the machine, as uname calls it
#   PLACARD_DEB_ARCHITECTURE   the machine, as Debian calls it
# PLACARD_SYSROOT in the environment names the folder that cross/make-sysroot made; without it the
# libraries are those that apt installed beside the machine's own ("multiarch").

set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_C_COMPILER ${PLACARD_TRIPLET}-gcc)
set(CMAKE_LIBRARY_ARCHITECTURE ${PLACARD_TRIPLET})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)

# The environment reaches the small projects by which CMake tries the compiler; variables do not.
if(DEFINED ENV{PLACARD_SYSROOT})
  set(CMAKE_SYSROOT $ENV{PLACARD_SYSROOT})
  set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
  set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
  set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
  set(ENV{PKG_CONFIG_SYSROOT_DIR} ${CMAKE_SYSROOT})
  set(ENV{PKG_CONFIG_LIBDIR}
    ${CMAKE_SYSROOT}/usr/lib/${PLACARD_TRIPLET}/pkgconfig:${CMAKE_SYSROOT}/usr/share/pkgconfig)
  set(ENV{PKG_CONFIG_PATH} "")
  set(CMAKE_CROSSCOMPILING_EMULATOR ${PLACARD_EMULATOR} -L ${CMAKE_SYSROOT})
else()
  set(PKG_CONFIG_EXECUTABLE /usr/bin/${PLACARD_TRIPLET}-pkg-config)
  set(CMAKE_CROSSCOMPILING_EMULATOR ${PLACARD_EMULATOR} -L /)
endif()
