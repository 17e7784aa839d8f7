<%@ page contentType="text/html;charset=UTF-8" session="false" %><!DOCTYPE html>
<html>
<head>
<title>Teapot</title>
<link rel="icon" href="data:,">
</head>
<body>
<p>Short and stout.</p>
</body>
</html>
