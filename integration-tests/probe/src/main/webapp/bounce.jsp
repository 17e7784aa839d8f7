<%@ page contentType="text/html;charset=UTF-8" session="true" %><!DOCTYPE html>
<html>
<head>
<title>Bounce</title>
<link rel="icon" href="data:,">
</head>
<body>
<% response.sendRedirect("next.jsp"); if (true) return; %>
</body>
</html>
