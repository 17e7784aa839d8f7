<%@ page contentType="text/html;charset=UTF-8" session="false" %><!DOCTYPE html>
<html>
<head>
<title>From a part</title>
</head>
